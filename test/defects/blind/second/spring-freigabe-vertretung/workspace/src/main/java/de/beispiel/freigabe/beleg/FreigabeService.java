package de.beispiel.freigabe.beleg;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class FreigabeService {
    private final FreigabeRepository freigaben;

    public FreigabeService(FreigabeRepository freigaben) {
        this.freigaben = freigaben;
    }

    public List<Freigabe> offeneFreigaben(Long nutzerId) {
        return freigaben.findByNutzerIdAndEntschiedenAmIsNull(nutzerId);
    }

    public void entscheide(Long freigabeId, Long nutzerId, String ergebnis) {
    }
}
