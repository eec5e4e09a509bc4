import { type Contract, type Operation, sample } from "@gatewright/contract";

/**
 * Command lines to try: an operation that reads, and one that writes if there is one, that need neither
 * credentials nor a path parameter. Bodies are the document's own examples, or sampled from the schema.
 */
export function curlExamples(contract: Contract, url: string): readonly string[] {
  const open = contract.operations.filter(isOpen);
  const reader = open.find(({ method }) => method === "GET");
  const writer = open.find(({ method, requestBody }) => method === "POST" && requestBody !== null);
  return [
    ...(reader ? [`curl ${url}${reader.path}`] : []),
    ...(writer ? [`curl ${url}${writer.path} ${bodyArguments(contract, writer)}`] : []),
  ];
}

function isOpen({ security, parameters, requestBody, path }: Operation): boolean {
  const isPublic =
    security.kind !== "required" ||
    security.alternatives.some(({ schemes }) => schemes.length === 0);
  const isJson = requestBody?.content.some(({ kind }) => kind === "json") ?? true;
  // What the path may hold besides is kept out of a line that people paste into a shell.
  return (
    isPublic && isJson && /^[\w/.-]+$/.test(path) && !parameters.some(({ required }) => required)
  );
}

function bodyArguments(contract: Contract, { requestBody }: Operation): string {
  const media = requestBody?.content.find(({ kind }) => kind === "json");
  const schemas = Object.fromEntries(contract.schemas.map(({ name, schema }) => [name, schema]));
  const [example] = media?.examples ?? [];
  const body = example ? example.value : sample(media?.schema ?? true, { schemas });
  // Inside single quotes a shell reads everything as it is, but the quote itself.
  const quoted = JSON.stringify(body).replaceAll("'", "'\\''");
  return `-H 'content-type: ${media?.mediaType ?? "application/json"}' -d '${quoted}'`;
}
