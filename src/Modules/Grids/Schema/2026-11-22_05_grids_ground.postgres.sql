CREATE TABLE grids_division (
    code text NOT NULL CONSTRAINT pk_grids_division PRIMARY KEY,
    name text NOT NULL,
    level text NOT NULL,
    parent_code text NULL,
    boundary text NULL,
    west double precision NULL,
    south double precision NULL,
    east double precision NULL,
    north double precision NULL,
    longitude double precision NULL,
    latitude double precision NULL,
    version integer NOT NULL
);

CREATE TABLE grids_former_boundary (
    id uuid NOT NULL CONSTRAINT pk_grids_former_boundary PRIMARY KEY,
    division_code text NOT NULL,
    boundary text NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    replaced_by text NOT NULL
);
CREATE INDEX ix_grids_former_boundary_division_code ON grids_former_boundary (division_code);

CREATE TABLE grids_unit (
    id uuid NOT NULL CONSTRAINT pk_grids_unit PRIMARY KEY,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    parent_id uuid NULL,
    duty_phone text NULL,
    head text NULL,
    office_hours text NULL,
    active boolean NOT NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_grids_unit_code ON grids_unit (code);
CREATE INDEX ix_grids_unit_division_code ON grids_unit (division_code);

CREATE TABLE grids_calendar_day (
    day date NOT NULL CONSTRAINT pk_grids_calendar_day PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL
);

CREATE TABLE grids_place (
    id uuid NOT NULL CONSTRAINT pk_grids_place PRIMARY KEY,
    name text NOT NULL,
    address text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    longitude double precision NOT NULL,
    latitude double precision NOT NULL
);
CREATE UNIQUE INDEX ix_grids_place_division_code_name ON grids_place (division_code, name);

CREATE TABLE grids_state (
    part text NOT NULL CONSTRAINT pk_grids_state PRIMARY KEY,
    stamp uuid NOT NULL
);
INSERT INTO grids_state (part, stamp) VALUES
    ('Divisions', '00000000-0000-0000-0000-000000000000'),
    ('Units', '00000000-0000-0000-0000-000000000000'),
    ('Places', '00000000-0000-0000-0000-000000000000');
