package de.beispiel.freigabe.beleg;

import org.junit.jupiter.api.Test;

class FreigabeServiceTest {
    @Test
    void liefertNurOffene() {
    }
}
