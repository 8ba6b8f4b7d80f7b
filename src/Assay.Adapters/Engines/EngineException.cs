namespace Assay.Adapters.Engines;

/// <summary>An engine cannot do its work. Thrown inside the child process and told to its parent; outside it is a failure of the call.</summary>
public sealed class EngineException(string message, Exception? inner = null) : Exception(message, inner);
