CREATE TABLE freigabe (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  beleg_id BIGINT NOT NULL REFERENCES beleg (id),
  nutzer_id BIGINT NOT NULL REFERENCES nutzer (id),
  stufe SMALLINT NOT NULL,
  entschieden_am TIMESTAMPTZ,
  ergebnis TEXT
);
CREATE INDEX freigabe_nutzer_idx ON freigabe (nutzer_id) WHERE entschieden_am IS NULL;
