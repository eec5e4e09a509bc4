// everything but types.d.ts, which openapi-typescript makes
import { EMIT_NAMES } from '@gatewright/compiler'
import { cli, cwd } from '../../lib/gatewright.mjs'
export default ({ spec, out }) => ({ args: [cli, 'generate', spec, '--out', out, '--emit', EMIT_NAMES.filter((name) => name !== 'types').join(',')], cwd })
