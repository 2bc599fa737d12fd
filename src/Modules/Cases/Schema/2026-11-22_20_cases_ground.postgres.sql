CREATE TABLE cases_case (
    id uuid NOT NULL,
    number text NOT NULL,
    channel text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    follow_up_hash bytea NOT NULL,
    status text NOT NULL,
    version integer NOT NULL,
    level integer NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    longitude double precision NULL,
    latitude double precision NULL,
    place text NULL,
    category_code text COLLATE "C" NULL,
    unit_id uuid NULL,
    handler_id uuid NULL,
    reopened integer NOT NULL,
    accept_limit text NOT NULL,
    dispatch_limit text NOT NULL,
    handle_limit text NOT NULL,
    standard text NULL,
    legal_basis text NULL,
    due_at timestamp with time zone NULL,
    due_order timestamp with time zone NOT NULL,
    next_alert_at timestamp with time zone NULL,
    alerted integer NOT NULL,
    accepted_at timestamp with time zone NULL,
    dispatched_at timestamp with time zone NULL,
    handled_at timestamp with time zone NULL,
    verified_at timestamp with time zone NULL,
    closed_at timestamp with time zone NULL,
    handle_due_at timestamp with time zone NULL,
    on_time boolean NULL,
    satisfied boolean NULL,
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
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    role text NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NULL,
    ended_at timestamp with time zone NULL,
    outcome text NULL,
    CONSTRAINT pk_cases_assignment PRIMARY KEY (id)
);
CREATE INDEX ix_cases_assignment_case_id ON cases_assignment (case_id);

CREATE TABLE cases_history (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    status text NOT NULL,
    version integer NOT NULL,
    remark text NULL,
    facts text NULL,
    unit_id uuid NULL,
    for_reporter boolean NOT NULL,
    CONSTRAINT pk_cases_history PRIMARY KEY (id)
);
CREATE INDEX ix_cases_history_case_id_at ON cases_history (case_id, at);

CREATE TABLE cases_decision (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    source text NOT NULL,
    chosen text NULL,
    probability double precision NOT NULL,
    choices text NOT NULL,
    corrected_to text NULL,
    corrected_at timestamp with time zone NULL,
    CONSTRAINT pk_cases_decision PRIMARY KEY (id)
);
CREATE INDEX ix_cases_decision_case_id ON cases_decision (case_id);

CREATE TABLE cases_reporter (
    case_id uuid NOT NULL,
    name bytea NULL,
    phone bytea NULL,
    phone_fingerprint bytea NULL,
    masked_name text NULL,
    masked_phone text NULL,
    CONSTRAINT pk_cases_reporter PRIMARY KEY (case_id)
);
CREATE INDEX ix_cases_reporter_phone_fingerprint ON cases_reporter (phone_fingerprint) WHERE phone_fingerprint IS NOT NULL;

CREATE TABLE cases_attachment (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    hash text NOT NULL,
    media_type text NOT NULL,
    length bigint NOT NULL,
    width integer NULL,
    height integer NULL,
    name text NOT NULL,
    for_reporter boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_cases_attachment PRIMARY KEY (id)
);
CREATE INDEX ix_cases_attachment_case_id ON cases_attachment (case_id);

CREATE TABLE cases_rating (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    round integer NOT NULL,
    at timestamp with time zone NOT NULL,
    satisfied boolean NOT NULL,
    speed integer NULL,
    result integer NULL,
    attitude integer NULL,
    words text NULL,
    CONSTRAINT pk_cases_rating PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_rating_case_id_round ON cases_rating (case_id, round);

CREATE TABLE cases_category (
    code text NOT NULL,
    parent_code text NULL,
    level integer NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    keywords text NOT NULL,
    is_leaf boolean NOT NULL,
    urgent boolean NOT NULL,
    CONSTRAINT pk_cases_category PRIMARY KEY (code)
);

CREATE TABLE cases_responsibility (
    id uuid NOT NULL,
    category_code text NOT NULL,
    division_code text NOT NULL,
    unit_id uuid NOT NULL,
    accept_limit text NOT NULL,
    dispatch_limit text NOT NULL,
    handle_limit text NOT NULL,
    standard text NULL,
    legal_basis text NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NULL,
    CONSTRAINT pk_cases_responsibility PRIMARY KEY (id)
);
CREATE INDEX ix_cases_responsibility_category_code_division_code ON cases_responsibility (category_code, division_code);

CREATE TABLE cases_model (
    id uuid NOT NULL,
    task text NOT NULL,
    number integer NOT NULL,
    trained_at timestamp with time zone NOT NULL,
    rows integer NOT NULL,
    content bytea NOT NULL,
    active boolean NOT NULL,
    CONSTRAINT pk_cases_model PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_model_task_number ON cases_model (task, number);

CREATE TABLE cases_number (
    day text NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_cases_number PRIMARY KEY (day)
);

CREATE TRIGGER cases_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases_history
    FOR EACH STATEMENT EXECUTE FUNCTION platform_append_only();

-- The words of a case as Linli.Text.SearchTokens cuts them.
CREATE TABLE cases_search (
    case_id uuid NOT NULL,
    tokens text NOT NULL,
    vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', tokens)) STORED,
    CONSTRAINT pk_cases_search PRIMARY KEY (case_id)
);
CREATE INDEX ix_cases_search_vector ON cases_search USING gin (vector);
