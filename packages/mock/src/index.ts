export { createMocks } from "./create-mocks.js";
export type {
  MockedApi,
  MockedContent,
  MockedHeader,
  MockedResponse,
  MockedResponses,
} from "./mocked-api.js";
export type { MockContext, MockOptions, MockOverride } from "./options.js";
