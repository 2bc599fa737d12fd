CREATE TABLE grids_zone (
    id uuid NOT NULL CONSTRAINT pk_grids_zone PRIMARY KEY,
    name text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    ended_on date NULL,
    version integer NOT NULL
);
CREATE INDEX ix_grids_zone_division_code ON grids_zone (division_code);

CREATE TABLE grids_zone_grid (
    id uuid NOT NULL CONSTRAINT pk_grids_zone_grid PRIMARY KEY,
    zone_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    since date NOT NULL,
    until date NULL
);
CREATE INDEX ix_grids_zone_grid_zone_id ON grids_zone_grid (zone_id);
CREATE UNIQUE INDEX ix_grids_zone_grid_division_code ON grids_zone_grid (division_code) WHERE until IS NULL;

CREATE TABLE grids_team_member (
    id uuid NOT NULL CONSTRAINT pk_grids_team_member PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    role text NOT NULL,
    account_id uuid NULL,
    name text NULL,
    phone bytea NULL,
    hours text NULL,
    since date NOT NULL,
    until date NULL,
    version integer NOT NULL
);
CREATE INDEX ix_grids_team_member_division_code ON grids_team_member (division_code);
CREATE INDEX ix_grids_team_member_account_id ON grids_team_member (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE grids_absence (
    id uuid NOT NULL CONSTRAINT pk_grids_absence PRIMARY KEY,
    account_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    entered_by text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NULL,
    ended_by text NULL,
    version integer NOT NULL
);
CREATE INDEX ix_grids_absence_account_id_last_day ON grids_absence (account_id, last_day);
CREATE INDEX ix_grids_absence_division_code ON grids_absence (division_code);
