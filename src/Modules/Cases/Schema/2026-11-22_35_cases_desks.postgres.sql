-- Cases settled on the spot, passed up and down, split into parts, and discussed between units.
ALTER TABLE cases_case ADD COLUMN desk text COLLATE "C" NULL;
ALTER TABLE cases_case ADD COLUMN local boolean NOT NULL DEFAULT false;
ALTER TABLE cases_case ADD COLUMN whole_id uuid NULL;
ALTER TABLE cases_case ADD COLUMN parts_open integer NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN parts_late boolean NOT NULL DEFAULT false;
UPDATE cases_case SET local = true WHERE unit_id IN (SELECT id FROM grids_unit WHERE length(division_code) > 6);
CREATE INDEX ix_cases_case_whole_id ON cases_case (whole_id) WHERE whole_id IS NOT NULL;

CREATE TABLE cases_consultation (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    topic text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by text NOT NULL,
    unit_id uuid NULL,
    concluded_at timestamp with time zone NULL,
    conclusion text NULL,
    CONSTRAINT pk_cases_consultation PRIMARY KEY (id)
);
CREATE INDEX ix_cases_consultation_case_id ON cases_consultation (case_id);

CREATE TABLE cases_consultation_remark (
    id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    author text NOT NULL,
    unit_id uuid NULL,
    text text NOT NULL,
    answers_id uuid NULL,
    CONSTRAINT pk_cases_consultation_remark PRIMARY KEY (id)
);
CREATE INDEX ix_cases_consultation_remark_consultation_id ON cases_consultation_remark (consultation_id);

CREATE TABLE cases_consultation_decision (
    id uuid NOT NULL,
    consultation_id uuid NOT NULL,
    text text NOT NULL,
    unit_id uuid NOT NULL,
    due_on date NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by text NOT NULL,
    done_at timestamp with time zone NULL,
    done_by text NULL,
    CONSTRAINT pk_cases_consultation_decision PRIMARY KEY (id)
);
CREATE INDEX ix_cases_consultation_decision_consultation_id ON cases_consultation_decision (consultation_id);
