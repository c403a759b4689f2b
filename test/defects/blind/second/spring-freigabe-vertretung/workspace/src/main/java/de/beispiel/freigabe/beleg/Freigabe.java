package de.beispiel.freigabe.beleg;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;

@Entity
public class Freigabe {
    @Id
    private Long id;
    private Long belegId;
    private Long nutzerId;
    private short stufe;
    private OffsetDateTime entschiedenAm;
    private String ergebnis;
}
