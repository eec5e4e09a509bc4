import { binaryBody, formBody, multipartBody, textBody } from "./body-codecs.js";
import type { Codecs } from "./codecs.js";
import { mediaTypeKind } from "./media-type.js";
import { styledParameter } from "./styled-parameter.js";

/** Every codec, for readers to whom size is nothing. */
export const allCodecs: Required<Codecs> = {
  parameter: styledParameter,
  form: formBody,
  multipart: multipartBody,
  text: textBody,
  binary: binaryBody,
  range: mediaTypeKind,
};
