package de.beispiel.freigabe.mail;

import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

@Component
public class MailVersand {
    private final JavaMailSender sender;

    public MailVersand(JavaMailSender sender) {
        this.sender = sender;
    }

    public void sende(String an, String betreff, String text) {
        var mail = new SimpleMailMessage();
        mail.setTo(an);
        mail.setSubject(betreff);
        mail.setText(text);
        sender.send(mail);
    }
}
