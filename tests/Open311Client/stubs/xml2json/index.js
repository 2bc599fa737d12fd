// In the place of xml2json, which must be compiled: enough for the answer to a posted request.
exports.toJson = text => ({ service_requests: { request: Object.fromEntries([...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, words]) => [name, words])) } });
