// A mail server for the tests. It says its port, then each mail it takes as a line of JSON. It wants user "linli" with password "secret";
// there is no mailbox "nobody@…", and "busy@…" is served from the second time on. It ends with whoever started it.
const { SMTPServer } = require("smtp-server");

const seen = new Set();
const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  allowInsecureAuth: true,
  onAuth: (auth, session, done) =>
    auth.username === "linli" && auth.password === "secret" ? done(null, { user: auth.username }) : done(refusal(535, "no")),
  onRcptTo: ({ address }, session, done) => {
    if (address.startsWith("nobody@")) return done(refusal(550, `no mailbox ${address}`));
    if (address.startsWith("busy") && !seen.has(address)) {
      seen.add(address);
      return done(refusal(451, "later"));
    }
    done();
  },
  onData: (stream, session, done) => {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      console.log(JSON.stringify({ to: session.envelope.rcptTo[0].address, mail: Buffer.concat(parts).toString("base64") }));
      done();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.on("end", () => process.exit()).resume();
