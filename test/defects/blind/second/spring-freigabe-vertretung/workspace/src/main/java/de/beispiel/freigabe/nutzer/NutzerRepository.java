package de.beispiel.freigabe.nutzer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

public interface NutzerRepository extends JpaRepository<Nutzer, Long> {
    Optional<Nutzer> findByKennung(String kennung);
}
