package de.beispiel.freigabe;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
public class FreigabeApplication {
    public static void main(String[] args) {
        SpringApplication.run(FreigabeApplication.class, args);
    }
}
