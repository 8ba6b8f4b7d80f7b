using System.Reflection;

namespace Assay.Host.Cli;

/// <summary>Which version of the program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>With the commit it was built from.</summary>
    public static string Full => typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Without it.</summary>
    public static string Short => Full.Split('+')[0];
}
