package de.beispiel.freigabe.fehler;

public class FachlicherFehler extends RuntimeException {
    private final int status;
    private final String code;

    public FachlicherFehler(int status, String code, String meldung) {
        super(meldung);
        this.status = status;
        this.code = code;
    }
}
