// What the client's users do, in both formats, against the address, key and service it is given. Prints what it saw as JSON.
const { promisify } = require("util");
const Open311 = require("open311");
const [site, apiKey, service, jurisdiction] = process.argv.slice(2);

async function walk(format) {
  const client = new Open311({ discovery: `${site}/open311/discovery.${format}`, jurisdiction, apiKey });
  const ask = name => promisify(client[name].bind(client));
  const discovery = await ask("serviceDiscovery")({ cache: format === "json" });
  if (format === "xml") Object.assign(client, { endpoint: `${site}/open311/v2//`, format }); // two slashes, as its users have them
  const services = await ask("serviceList")();
  const definition = await ask("serviceDefinition")(service);
  const posted = await ask("submitRequest")({
    service_code: service, address_string: "东门", description: `<${format}> & "报告"`, first_name: "测", last_name: "试", phone: "10020000077", attributes: { q1: "yes", q2: "2" },
  });
  const token = await ask("token")(posted[0].token);
  const one = await ask("serviceRequests")(posted[0].service_request_id);
  const several = await ask("serviceRequests")([posted[0].service_request_id], {});
  const open = await ask("serviceRequests")({ status: "open", service_code: service });
  const unknown = await ask("serviceDefinition")("no-such").catch(error => String(error));
  return { endpoint: client.endpoint, discovery, services: services.length, service: services.find(s => s.service_code === service), definition, posted, token, one, several, open: open.length, unknown };
}

(async () => console.log(JSON.stringify({ json: await walk("json"), xml: await walk("xml") })))();
