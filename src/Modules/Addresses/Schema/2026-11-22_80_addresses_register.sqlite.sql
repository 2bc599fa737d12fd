CREATE TABLE addresses_address (
    id TEXT NOT NULL CONSTRAINT pk_addresses_address PRIMARY KEY,
    code TEXT NOT NULL,
    parent_id TEXT NULL,
    level INTEGER NOT NULL,
    name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    longitude REAL NULL,
    latitude REAL NULL,
    valid_from TEXT NULL,
    valid_until TEXT NULL,
    source TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_addresses_address_code ON addresses_address (code);
CREATE INDEX ix_addresses_address_parent_id ON addresses_address (parent_id);
CREATE INDEX ix_addresses_address_division_code_level ON addresses_address (division_code, level);

CREATE TABLE addresses_name (
    address_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT pk_addresses_name PRIMARY KEY (address_id, name)
);

CREATE TABLE addresses_change (
    id TEXT NOT NULL CONSTRAINT pk_addresses_change PRIMARY KEY,
    address_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    fact TEXT NOT NULL,
    before TEXT NULL,
    after TEXT NULL
);
CREATE INDEX ix_addresses_change_address_id ON addresses_change (address_id);

CREATE TABLE addresses_unmatched (
    id TEXT NOT NULL CONSTRAINT pk_addresses_unmatched PRIMARY KEY,
    text TEXT NOT NULL,
    division_code TEXT NOT NULL,
    source TEXT NOT NULL,
    times INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    address_id TEXT NULL,
    reason TEXT NULL,
    settled_at INTEGER NULL,
    settled_by TEXT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_addresses_unmatched_text ON addresses_unmatched (text);
CREATE INDEX ix_addresses_unmatched_state_times ON addresses_unmatched (state, times);

CREATE TABLE addresses_state (
    id INTEGER NOT NULL CONSTRAINT pk_addresses_state PRIMARY KEY,
    stamp TEXT NOT NULL
);
INSERT INTO addresses_state (id, stamp) VALUES (1, '00000000-0000-0000-0000-000000000000');
