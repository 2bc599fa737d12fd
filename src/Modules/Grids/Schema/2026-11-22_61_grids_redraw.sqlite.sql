ALTER TABLE grids_division ADD COLUMN drawn_at INTEGER NULL;
ALTER TABLE grids_division ADD COLUMN ended_at INTEGER NULL;
ALTER TABLE grids_division ADD COLUMN successors TEXT NOT NULL DEFAULT '[]';

ALTER TABLE grids_former_boundary ADD COLUMN drawn_at INTEGER NULL;
ALTER TABLE grids_former_boundary ADD COLUMN west REAL NULL;
ALTER TABLE grids_former_boundary ADD COLUMN south REAL NULL;
ALTER TABLE grids_former_boundary ADD COLUMN east REAL NULL;
ALTER TABLE grids_former_boundary ADD COLUMN north REAL NULL;

CREATE TABLE grids_redraw (
    id TEXT NOT NULL CONSTRAINT pk_grids_redraw PRIMARY KEY,
    division_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    grids TEXT NOT NULL,
    parts TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    ended_at INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_grids_redraw_division_code ON grids_redraw (division_code);
CREATE INDEX ix_grids_redraw_effective_on ON grids_redraw (effective_on) WHERE state = 'Planned';
