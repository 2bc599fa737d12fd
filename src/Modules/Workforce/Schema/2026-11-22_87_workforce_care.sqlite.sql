CREATE TABLE workforce_course (
    id TEXT NOT NULL CONSTRAINT pk_workforce_course PRIMARY KEY,
    division_code TEXT NOT NULL,
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    hours INTEGER NOT NULL,
    valid_months INTEGER NULL
);
CREATE INDEX ix_workforce_course_division_code ON workforce_course (division_code);

CREATE TABLE workforce_attendance (
    id TEXT NOT NULL CONSTRAINT pk_workforce_attendance PRIMARY KEY,
    course_id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    passed INTEGER NOT NULL,
    expires_on TEXT NULL
);
CREATE UNIQUE INDEX ix_workforce_attendance_course_id_worker_id ON workforce_attendance (course_id, worker_id);
CREATE INDEX ix_workforce_attendance_worker_id ON workforce_attendance (worker_id);
CREATE INDEX ix_workforce_attendance_division_code ON workforce_attendance (division_code);

CREATE TABLE workforce_care_item (
    id TEXT NOT NULL CONSTRAINT pk_workforce_care_item PRIMARY KEY,
    worker_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_workforce_care_item_division_code ON workforce_care_item (division_code);
CREATE INDEX ix_workforce_care_item_worker_id ON workforce_care_item (worker_id);

CREATE TABLE workforce_counsel_note (
    id TEXT NOT NULL CONSTRAINT pk_workforce_counsel_note PRIMARY KEY,
    person_id TEXT NOT NULL,
    counsellor_id TEXT NOT NULL,
    by_counsellor INTEGER NOT NULL,
    words BLOB NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX ix_workforce_counsel_note_person_id ON workforce_counsel_note (person_id);
CREATE INDEX ix_workforce_counsel_note_counsellor_id ON workforce_counsel_note (counsellor_id);
