using Assay.Calls;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Host.Playground;

/// <summary>Whether a model can do a task, from the facts of the catalogue: never by a guess.</summary>
public static class FactsOfTasks
{
    public static Ability Of(Model? model, ModelTask task)
    {
        if (model is null) return new(null, "The catalogue does not know this model.");
        var support = TaskSupport.Of(model, task);
        // Without the name, so that models of one reason stand together.
        var why = Words.Sentence(support.Why.Replace(model.Name, "it", StringComparison.Ordinal)) + ".";
        return support switch
        {
            TaskSupport.Supported => new(true, why),
            TaskSupport.NotSupported => new(false, why),
            _ => new(null, why),
        };
    }
}
