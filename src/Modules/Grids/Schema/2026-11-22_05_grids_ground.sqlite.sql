CREATE TABLE grids_division (
    code TEXT NOT NULL CONSTRAINT pk_grids_division PRIMARY KEY,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    parent_code TEXT NULL,
    boundary TEXT NULL,
    west REAL NULL,
    south REAL NULL,
    east REAL NULL,
    north REAL NULL,
    longitude REAL NULL,
    latitude REAL NULL,
    version INTEGER NOT NULL
);

CREATE TABLE grids_former_boundary (
    id TEXT NOT NULL CONSTRAINT pk_grids_former_boundary PRIMARY KEY,
    division_code TEXT NOT NULL,
    boundary TEXT NOT NULL,
    replaced_at INTEGER NOT NULL,
    replaced_by TEXT NOT NULL
);
CREATE INDEX ix_grids_former_boundary_division_code ON grids_former_boundary (division_code);

CREATE TABLE grids_unit (
    id TEXT NOT NULL CONSTRAINT pk_grids_unit PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    division_code TEXT NOT NULL,
    parent_id TEXT NULL,
    duty_phone TEXT NULL,
    head TEXT NULL,
    office_hours TEXT NULL,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_grids_unit_code ON grids_unit (code);
CREATE INDEX ix_grids_unit_division_code ON grids_unit (division_code);

CREATE TABLE grids_calendar_day (
    day TEXT NOT NULL CONSTRAINT pk_grids_calendar_day PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE grids_place (
    id TEXT NOT NULL CONSTRAINT pk_grids_place PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    division_code TEXT NOT NULL,
    longitude REAL NOT NULL,
    latitude REAL NOT NULL
);
CREATE UNIQUE INDEX ix_grids_place_division_code_name ON grids_place (division_code, name);

CREATE TABLE grids_state (
    part TEXT NOT NULL CONSTRAINT pk_grids_state PRIMARY KEY,
    stamp TEXT NOT NULL
);
INSERT INTO grids_state (part, stamp) VALUES
    ('Divisions', '00000000-0000-0000-0000-000000000000'),
    ('Units', '00000000-0000-0000-0000-000000000000'),
    ('Places', '00000000-0000-0000-0000-000000000000');
