// Reads a schema and documents, one on each line, and prints valid or invalid for each document.
const path = require("path");
const lines = require("fs").readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
const Ajv = require(path.resolve(process.argv[2], "node_modules/ajv/dist/2020")).default;
const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(JSON.parse(lines[0]));
for (const line of lines.slice(1)) console.log(validate(JSON.parse(line)) ? "valid" : "invalid");
