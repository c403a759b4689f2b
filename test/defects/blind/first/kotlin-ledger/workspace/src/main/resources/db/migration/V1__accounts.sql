CREATE TABLE accounts (
    id UUID PRIMARY KEY,
    owner TEXT NOT NULL,
    balance NUMERIC(19, 4) NOT NULL DEFAULT 0
);
