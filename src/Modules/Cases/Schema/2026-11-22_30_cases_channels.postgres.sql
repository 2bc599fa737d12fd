CREATE TABLE cases_channel (
    code text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    unit_id uuid NULL,
    trusted boolean NOT NULL,
    level integer NULL,
    retention_days integer NULL,
    profile text NULL,
    key_hash bytea NULL,
    key_shown text NULL,
    active boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_channel PRIMARY KEY (code)
);

-- What every installation begins with, and what its cases came by so far.
INSERT INTO cases_channel (code, name, name_en, kind, trusted, active, version) VALUES
    ('12345', '12345 热线', '12345 hotline', 'Hotline', true, true, 1),
    ('12319', '12319 城管热线', '12319 city management line', 'Hotline', true, true, 1),
    ('phone', '电话', 'Phone', 'Hotline', true, true, 1),
    ('counter', '窗口', 'Counter', 'Counter', true, true, 1),
    ('grid-worker', '网格巡查', 'Grid worker', 'GridPatrol', true, true, 1),
    ('mailbox', '政府信箱', 'Government mailbox', 'Mailbox', true, true, 1),
    ('web', '居民上报', 'Web', 'Web', true, true, 1),
    ('wechat', '微信', 'WeChat', 'WeChat', true, true, 1),
    ('app', '手机应用', 'Mobile app', 'App', true, true, 1),
    ('open311', 'Open311', 'Open311', 'System', true, true, 1),
    ('api', '系统对接', 'API', 'System', true, true, 1);
INSERT INTO cases_channel (code, name, name_en, kind, trusted, active, version)
    SELECT DISTINCT channel, channel, '', 'System', true, true, 1 FROM cases_case WHERE channel NOT IN (SELECT code FROM cases_channel);

-- Whose reporters may still have to be made anonymous.
ALTER TABLE cases_reporter ADD COLUMN anonymised_at timestamp with time zone NULL;
CREATE INDEX ix_cases_reporter_named ON cases_reporter (case_id) WHERE anonymised_at IS NULL;
