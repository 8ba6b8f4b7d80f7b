using Assay.Calls;

namespace Assay.Adapters.Calls;

/// <summary>A call through an <c>IChatClient</c> that brought no answer: that interface has no other way to say so.</summary>
public sealed class CallFailedException(CallFailure failure) : Exception(failure.Message)
{
    public CallFailure Failure => failure;
}
