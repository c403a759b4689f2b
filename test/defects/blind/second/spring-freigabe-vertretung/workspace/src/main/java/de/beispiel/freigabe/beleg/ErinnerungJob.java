package de.beispiel.freigabe.beleg;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class ErinnerungJob {
    @Scheduled(cron = "0 0 7 * * MON-FRI")
    public void erinnere() {
    }
}
