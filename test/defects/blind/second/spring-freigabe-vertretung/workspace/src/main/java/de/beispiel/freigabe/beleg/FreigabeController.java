package de.beispiel.freigabe.beleg;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/freigaben")
public class FreigabeController {
    private final FreigabeService service;

    public FreigabeController(FreigabeService service) {
        this.service = service;
    }

    @GetMapping("/offen")
    public List<Freigabe> offen() {
        return service.offeneFreigaben(0L);
    }

    @PostMapping("/{id}/entscheidung")
    public void entscheide(@PathVariable Long id) {
        service.entscheide(id, 0L, "frei");
    }
}
