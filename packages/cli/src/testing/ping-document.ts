/** A document of one operation, for tests of what happens around documents. */
export const PING_DOCUMENT = `openapi: 3.1.0
info:
  title: Ping
  version: 1.0.0
paths:
  /pulse:
    get:
      operationId: ping
      security: []
      responses:
        "200":
          description: Alive
          content:
            application/json:
              schema:
                type: object
                required: [text]
                properties:
                  text: { type: string }
`;
