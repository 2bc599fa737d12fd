ALTER TABLE grids_division ADD COLUMN drawn_at timestamp with time zone NULL;
ALTER TABLE grids_division ADD COLUMN ended_at timestamp with time zone NULL;
ALTER TABLE grids_division ADD COLUMN successors text[] NOT NULL DEFAULT '{}';

ALTER TABLE grids_former_boundary ADD COLUMN drawn_at timestamp with time zone NULL;
ALTER TABLE grids_former_boundary ADD COLUMN west double precision NULL;
ALTER TABLE grids_former_boundary ADD COLUMN south double precision NULL;
ALTER TABLE grids_former_boundary ADD COLUMN east double precision NULL;
ALTER TABLE grids_former_boundary ADD COLUMN north double precision NULL;

CREATE TABLE grids_redraw (
    id uuid NOT NULL CONSTRAINT pk_grids_redraw PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    grids text[] NOT NULL,
    parts text NOT NULL,
    effective_on date NOT NULL,
    entered_by text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    ended_at timestamp with time zone NULL,
    version integer NOT NULL
);
CREATE INDEX ix_grids_redraw_division_code ON grids_redraw (division_code);
CREATE INDEX ix_grids_redraw_effective_on ON grids_redraw (effective_on) WHERE state = 'Planned';
