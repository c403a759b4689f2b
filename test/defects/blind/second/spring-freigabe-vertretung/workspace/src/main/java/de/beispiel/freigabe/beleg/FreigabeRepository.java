package de.beispiel.freigabe.beleg;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface FreigabeRepository extends JpaRepository<Freigabe, Long> {
    List<Freigabe> findByNutzerIdAndEntschiedenAmIsNull(Long nutzerId);
}
