CREATE TABLE cases_case (
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    channel TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    follow_up_hash BLOB NOT NULL,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    level INTEGER NOT NULL,
    division_code TEXT NOT NULL,
    longitude REAL NULL,
    latitude REAL NULL,
    place TEXT NULL,
    category_code TEXT NULL,
    unit_id TEXT NULL,
    handler_id TEXT NULL,
    reopened INTEGER NOT NULL,
    accept_limit TEXT NOT NULL,
    dispatch_limit TEXT NOT NULL,
    handle_limit TEXT NOT NULL,
    standard TEXT NULL,
    legal_basis TEXT NULL,
    due_at INTEGER NULL,
    due_order INTEGER NOT NULL,
    next_alert_at INTEGER NULL,
    alerted INTEGER NOT NULL,
    accepted_at INTEGER NULL,
    dispatched_at INTEGER NULL,
    handled_at INTEGER NULL,
    verified_at INTEGER NULL,
    closed_at INTEGER NULL,
    handle_due_at INTEGER NULL,
    on_time INTEGER NULL,
    satisfied INTEGER NULL,
    CONSTRAINT pk_cases_case PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_case_number ON cases_case (number);
CREATE UNIQUE INDEX ix_cases_case_follow_up_hash ON cases_case (follow_up_hash);
CREATE INDEX ix_cases_case_next_alert_at ON cases_case (next_alert_at) WHERE next_alert_at IS NOT NULL;
CREATE INDEX ix_cases_case_division_code_status ON cases_case (division_code, status);
CREATE INDEX ix_cases_case_unit_id_status ON cases_case (unit_id, status);
CREATE INDEX ix_cases_case_category_code ON cases_case (category_code);
CREATE INDEX ix_cases_case_received_at ON cases_case (received_at);
CREATE INDEX ix_cases_case_due_at ON cases_case (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE cases_assignment (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    role TEXT NOT NULL,
    assigned_at INTEGER NOT NULL,
    due_at INTEGER NULL,
    ended_at INTEGER NULL,
    outcome TEXT NULL,
    CONSTRAINT pk_cases_assignment PRIMARY KEY (id)
);
CREATE INDEX ix_cases_assignment_case_id ON cases_assignment (case_id);

CREATE TABLE cases_history (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    remark TEXT NULL,
    facts TEXT NULL,
    unit_id TEXT NULL,
    for_reporter INTEGER NOT NULL,
    CONSTRAINT pk_cases_history PRIMARY KEY (id)
);
CREATE INDEX ix_cases_history_case_id_at ON cases_history (case_id, at);

CREATE TABLE cases_decision (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    chosen TEXT NULL,
    probability REAL NOT NULL,
    choices TEXT NOT NULL,
    corrected_to TEXT NULL,
    corrected_at INTEGER NULL,
    CONSTRAINT pk_cases_decision PRIMARY KEY (id)
);
CREATE INDEX ix_cases_decision_case_id ON cases_decision (case_id);

CREATE TABLE cases_reporter (
    case_id TEXT NOT NULL,
    name BLOB NULL,
    phone BLOB NULL,
    phone_fingerprint BLOB NULL,
    masked_name TEXT NULL,
    masked_phone TEXT NULL,
    CONSTRAINT pk_cases_reporter PRIMARY KEY (case_id)
);
CREATE INDEX ix_cases_reporter_phone_fingerprint ON cases_reporter (phone_fingerprint) WHERE phone_fingerprint IS NOT NULL;

CREATE TABLE cases_attachment (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    width INTEGER NULL,
    height INTEGER NULL,
    name TEXT NOT NULL,
    for_reporter INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    CONSTRAINT pk_cases_attachment PRIMARY KEY (id)
);
CREATE INDEX ix_cases_attachment_case_id ON cases_attachment (case_id);

CREATE TABLE cases_rating (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    at INTEGER NOT NULL,
    satisfied INTEGER NOT NULL,
    speed INTEGER NULL,
    result INTEGER NULL,
    attitude INTEGER NULL,
    words TEXT NULL,
    CONSTRAINT pk_cases_rating PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_rating_case_id_round ON cases_rating (case_id, round);

CREATE TABLE cases_category (
    code TEXT NOT NULL,
    parent_code TEXT NULL,
    level INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    keywords TEXT NOT NULL,
    is_leaf INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    CONSTRAINT pk_cases_category PRIMARY KEY (code)
);

CREATE TABLE cases_responsibility (
    id TEXT NOT NULL,
    category_code TEXT NOT NULL,
    division_code TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    accept_limit TEXT NOT NULL,
    dispatch_limit TEXT NOT NULL,
    handle_limit TEXT NOT NULL,
    standard TEXT NULL,
    legal_basis TEXT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NULL,
    CONSTRAINT pk_cases_responsibility PRIMARY KEY (id)
);
CREATE INDEX ix_cases_responsibility_category_code_division_code ON cases_responsibility (category_code, division_code);

CREATE TABLE cases_model (
    id TEXT NOT NULL,
    task TEXT NOT NULL,
    number INTEGER NOT NULL,
    trained_at INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    content BLOB NOT NULL,
    active INTEGER NOT NULL,
    CONSTRAINT pk_cases_model PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_model_task_number ON cases_model (task, number);

CREATE TABLE cases_number (
    day TEXT NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_cases_number PRIMARY KEY (day)
);

CREATE TRIGGER cases_history_no_update BEFORE UPDATE ON cases_history BEGIN SELECT RAISE(ABORT, 'the history of a case is append-only'); END;
CREATE TRIGGER cases_history_no_delete BEFORE DELETE ON cases_history BEGIN SELECT RAISE(ABORT, 'the history of a case is append-only'); END;

-- The words of a case as Linli.Text.SearchTokens cuts them.
CREATE VIRTUAL TABLE cases_search USING fts5 (case_id UNINDEXED, tokens, tokenize = 'unicode61');
