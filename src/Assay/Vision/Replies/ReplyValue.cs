namespace Assay.Vision.Replies;

/// <summary>A value that stands in a reply, and where.</summary>
/// <param name="Before">What stands before it on its line, without list marks: often the label of a box.</param>
/// <param name="Alone">Whether it is fenced, stands alone on its line or ends the reply: an empty list counts only there.</param>
internal sealed record ReplyValue(LooseValue Value, int Start, int End, bool Fenced, string Before, bool Alone);
