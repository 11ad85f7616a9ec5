/// Thrown through the recogniser when the text is not Python; what and where is in the recogniser.
struct Refusal: Error {}
