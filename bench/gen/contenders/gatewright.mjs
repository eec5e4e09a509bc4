// everything: contract, types (openapi-typescript's too), validators, server, SDK, mocks, gateway definitions, templates
import { cli, cwd } from '../../lib/gatewright.mjs'
export default ({ spec, out }) => ({ args: [cli, 'generate', spec, '--out', out], cwd })
