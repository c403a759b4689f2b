package de.beispiel.freigabe.nutzer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Nutzer {
    @Id
    private Long id;
    private String kennung;
    private String name;
    private String email;

    public Long getId() { return id; }
    public String getEmail() { return email; }
}
