CREATE TABLE addresses_address (
    id uuid NOT NULL CONSTRAINT pk_addresses_address PRIMARY KEY,
    code text NOT NULL,
    parent_id uuid NULL,
    level integer NOT NULL,
    name text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    longitude double precision NULL,
    latitude double precision NULL,
    valid_from date NULL,
    valid_until date NULL,
    source text NOT NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_addresses_address_code ON addresses_address (code);
CREATE INDEX ix_addresses_address_parent_id ON addresses_address (parent_id);
CREATE INDEX ix_addresses_address_division_code_level ON addresses_address (division_code, level);

CREATE TABLE addresses_name (
    address_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_addresses_name PRIMARY KEY (address_id, name)
);

CREATE TABLE addresses_change (
    id uuid NOT NULL CONSTRAINT pk_addresses_change PRIMARY KEY,
    address_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    changed_by text NOT NULL,
    fact text NOT NULL,
    before text NULL,
    after text NULL
);
CREATE INDEX ix_addresses_change_address_id ON addresses_change (address_id);

CREATE TABLE addresses_unmatched (
    id uuid NOT NULL CONSTRAINT pk_addresses_unmatched PRIMARY KEY,
    text text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    source text NOT NULL,
    times integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    address_id uuid NULL,
    reason text NULL,
    settled_at timestamp with time zone NULL,
    settled_by text NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_addresses_unmatched_text ON addresses_unmatched (text);
CREATE INDEX ix_addresses_unmatched_state_times ON addresses_unmatched (state, times);

CREATE TABLE addresses_state (
    id integer NOT NULL CONSTRAINT pk_addresses_state PRIMARY KEY,
    stamp uuid NOT NULL
);
INSERT INTO addresses_state (id, stamp) VALUES (1, '00000000-0000-0000-0000-000000000000');
