-- +goose Up
CREATE TABLE entries (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES accounts (id),
  booked_on DATE NOT NULL,
  amount_cents BIGINT NOT NULL,
  memo TEXT NOT NULL DEFAULT ''
);
CREATE INDEX entries_account_day_idx ON entries (account_id, booked_on);

-- +goose Down
DROP TABLE entries;
