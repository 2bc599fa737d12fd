CREATE TABLE cases_channel (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit_id TEXT NULL,
    trusted INTEGER NOT NULL,
    level INTEGER NULL,
    retention_days INTEGER NULL,
    profile TEXT NULL,
    key_hash BLOB NULL,
    key_shown TEXT NULL,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_channel PRIMARY KEY (code)
);

-- What every installation begins with, and what its cases came by so far.
INSERT INTO cases_channel (code, name, name_en, kind, trusted, active, version) VALUES
    ('12345', '12345 热线', '12345 hotline', 'Hotline', 1, 1, 1),
    ('12319', '12319 城管热线', '12319 city management line', 'Hotline', 1, 1, 1),
    ('phone', '电话', 'Phone', 'Hotline', 1, 1, 1),
    ('counter', '窗口', 'Counter', 'Counter', 1, 1, 1),
    ('grid-worker', '网格巡查', 'Grid worker', 'GridPatrol', 1, 1, 1),
    ('mailbox', '政府信箱', 'Government mailbox', 'Mailbox', 1, 1, 1),
    ('web', '居民上报', 'Web', 'Web', 1, 1, 1),
    ('wechat', '微信', 'WeChat', 'WeChat', 1, 1, 1),
    ('app', '手机应用', 'Mobile app', 'App', 1, 1, 1),
    ('open311', 'Open311', 'Open311', 'System', 1, 1, 1),
    ('api', '系统对接', 'API', 'System', 1, 1, 1);
INSERT INTO cases_channel (code, name, name_en, kind, trusted, active, version)
    SELECT DISTINCT channel, channel, '', 'System', 1, 1, 1 FROM cases_case WHERE channel NOT IN (SELECT code FROM cases_channel);

-- Whose reporters may still have to be made anonymous.
ALTER TABLE cases_reporter ADD COLUMN anonymised_at INTEGER NULL;
CREATE INDEX ix_cases_reporter_named ON cases_reporter (case_id) WHERE anonymised_at IS NULL;
