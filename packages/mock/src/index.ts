export { type AnyOverride, createMocks } from "./create-mocks.js";
export { MockError } from "./mock-error.js";
export type {
  MockedApi,
  MockedContent,
  MockedHeader,
  MockedResponse,
  MockedResponses,
} from "./mocked-api.js";
export type { MockContext, MockOptions, MockOverride } from "./options.js";
