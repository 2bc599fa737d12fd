CREATE TABLE workforce_course (
    id uuid NOT NULL CONSTRAINT pk_workforce_course PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    title text NOT NULL,
    held_on date NOT NULL,
    hours integer NOT NULL,
    valid_months integer NULL
);
CREATE INDEX ix_workforce_course_division_code ON workforce_course (division_code);

CREATE TABLE workforce_attendance (
    id uuid NOT NULL CONSTRAINT pk_workforce_attendance PRIMARY KEY,
    course_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    passed boolean NOT NULL,
    expires_on date NULL
);
CREATE UNIQUE INDEX ix_workforce_attendance_course_id_worker_id ON workforce_attendance (course_id, worker_id);
CREATE INDEX ix_workforce_attendance_worker_id ON workforce_attendance (worker_id);
CREATE INDEX ix_workforce_attendance_division_code ON workforce_attendance (division_code);

CREATE TABLE workforce_care_item (
    id uuid NOT NULL CONSTRAINT pk_workforce_care_item PRIMARY KEY,
    worker_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    due_on date NOT NULL,
    done_on date NULL,
    version integer NOT NULL
);
CREATE INDEX ix_workforce_care_item_division_code ON workforce_care_item (division_code);
CREATE INDEX ix_workforce_care_item_worker_id ON workforce_care_item (worker_id);

CREATE TABLE workforce_counsel_note (
    id uuid NOT NULL CONSTRAINT pk_workforce_counsel_note PRIMARY KEY,
    person_id uuid NOT NULL,
    counsellor_id uuid NOT NULL,
    by_counsellor boolean NOT NULL,
    words bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE INDEX ix_workforce_counsel_note_person_id ON workforce_counsel_note (person_id);
CREATE INDEX ix_workforce_counsel_note_counsellor_id ON workforce_counsel_note (counsellor_id);
