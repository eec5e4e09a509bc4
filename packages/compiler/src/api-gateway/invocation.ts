/**
 * URI by which API Gateway invokes a function, with the variables that an import resolves.
 * Source: API Gateway Developer Guide, "AWS variables for OpenAPI import".
 */
export function invocationUri(functionName: string): string {
  return `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/${functionArn(functionName)}/invocations`;
}

export function functionArn(functionName: string): string {
  return `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${functionName}`;
}
