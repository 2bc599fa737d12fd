CREATE TABLE workforce_post (
    id uuid NOT NULL CONSTRAINT pk_workforce_post PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    name text NOT NULL,
    seats integer NOT NULL,
    version integer NOT NULL
);
CREATE INDEX ix_workforce_post_division_code ON workforce_post (division_code);

CREATE TABLE workforce_worker (
    id uuid NOT NULL CONSTRAINT pk_workforce_worker PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    name text NOT NULL,
    phone bytea NULL,
    post_id uuid NOT NULL,
    unit_id uuid NULL,
    account_id uuid NULL,
    annual_leave integer NOT NULL,
    since date NOT NULL,
    until date NULL,
    version integer NOT NULL
);
CREATE INDEX ix_workforce_worker_division_code ON workforce_worker (division_code);
CREATE INDEX ix_workforce_worker_account_id ON workforce_worker (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE workforce_roster (
    id uuid NOT NULL CONSTRAINT pk_workforce_roster PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    monday date NOT NULL,
    published_at timestamp with time zone NULL,
    published_by text NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_roster_division_code_monday ON workforce_roster (division_code, monday);

CREATE TABLE workforce_shift (
    id uuid NOT NULL CONSTRAINT pk_workforce_shift PRIMARY KEY,
    roster_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    worker_id uuid NOT NULL,
    day date NOT NULL,
    kind text NOT NULL
);
CREATE INDEX ix_workforce_shift_roster_id ON workforce_shift (roster_id);
CREATE UNIQUE INDEX ix_workforce_shift_worker_id_day ON workforce_shift (worker_id, day);
CREATE INDEX ix_workforce_shift_day_division_code ON workforce_shift (day, division_code);

CREATE TABLE workforce_leave (
    id uuid NOT NULL CONSTRAINT pk_workforce_leave PRIMARY KEY,
    worker_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason bytea NULL,
    asked_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    decided_by text NULL,
    decided_at timestamp with time zone NULL,
    answer text NULL,
    version integer NOT NULL
);
CREATE INDEX ix_workforce_leave_division_code ON workforce_leave (division_code);
CREATE INDEX ix_workforce_leave_worker_id ON workforce_leave (worker_id);
