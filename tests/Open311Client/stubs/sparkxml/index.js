// In the place of node-sparkxml, which is only to be had by git: XML after the Spark convention. The root falls away, an
// element whose children all have one name is an array, an element without children its text.
exports.parseXml = text => {
  const tokens = text.replace(/<\?.*?\?>/g, "").match(/<[^>]+>|[^<]+/g) ?? [];
  let at = 0;
  const read = () => {
    const name = tokens[at++].slice(1, -1).trim();
    if (name.endsWith("/")) return [name.slice(0, -1).trim(), ""];
    const [children, words] = [[], []];
    while (!tokens[at].startsWith("</")) tokens[at].startsWith("<") ? children.push(read()) : words.push(tokens[at++]);
    at++;
    if (children.length === 0) return [name, unescape(words.join(""))];
    const names = new Set(children.map(([child]) => child));
    return [name, names.size === 1 ? children.map(([, value]) => value) : Object.fromEntries(children)];
  };
  while (!tokens[at].startsWith("<")) at++;
  return read()[1];
};

const signs = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescape = words => words.replace(/&(\w+);/g, (whole, name) => signs[name] ?? whole);
