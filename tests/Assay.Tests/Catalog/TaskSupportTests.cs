using Assay.Adapters.Engines;
using Assay.Calls;
using Assay.Catalog;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class TaskSupportTests
{
    private static readonly Lazy<CatalogSnapshot> Curated = new(() => CatalogBuilder.Build(FixedClaims.Curated.LoadClaims(), TestCatalog.Today));

    public static TheoryData<string> LocalModels => [.. LocalModel.All.Select(m => m.Name)];

    [Fact]
    public void What_a_source_says_of_the_task_decides()
    {
        var model = Made(m => m.Set(Property.ModalitiesIn, "text", "image").Set(Property.ModalitiesOut, "text").Is(Property.Task("detect"), ClaimValue.No).Is(Property.Task("ocr"), ClaimValue.Yes));
        TaskSupport.Of(model, ModelTask.Detect).ShouldBeOfType<TaskSupport.NotSupported>().Why.ShouldContain("does not do detect");
        TaskSupport.Of(model, ModelTask.Ocr).ShouldBeOfType<TaskSupport.Supported>().Why.ShouldContain("a source says");
        TaskSupport.Of(model, ModelTask.Caption).ShouldBeOfType<TaskSupport.Supported>().Why.ShouldContain("takes images and gives text");
    }

    [Fact]
    public void A_rumour_of_a_task_decides_nothing() =>
        TaskSupport.Of(Made(m => m.Set(Property.ModalitiesIn, "text").Is(Property.Task("ocr"), ClaimValue.Yes, unconfirmed: true)), ModelTask.Ocr).ShouldBeOfType<TaskSupport.NotSupported>();

    [Fact]
    public void A_model_that_takes_only_text_is_never_shown_as_able_to_see()
    {
        foreach (var model in (Model[])[Made(m => m.Set(Property.ModalitiesIn, "text").Set(Property.ModalitiesOut, "text")), Made(m => m.Lacks(Capability.Vision).Set(Property.ModalitiesOut, "text"))])
            foreach (var task in ModelTasks.All.Where(t => t.NeedsImage()))
                TaskSupport.Of(model, task).ShouldBeOfType<TaskSupport.NotSupported>().Why.ShouldContain("takes no images");
    }

    [Fact]
    public void Unknown_is_neither_yes_nor_no()
    {
        foreach (var task in ModelTasks.All) TaskSupport.Of(Made(m => m), task).ShouldBeOfType<TaskSupport.Unknown>().Why.ShouldContain("no source we hold says");
        TaskSupport.Of(Made(m => m.Has(Capability.Vision)), ModelTask.Ask).ShouldBeOfType<TaskSupport.Unknown>().Why.ShouldContain("whether it gives text");
    }

    [Fact]
    public void A_model_that_gives_no_text_answers_nothing()
    {
        var painter = Made(m => m.Set(Property.ModalitiesIn, "text", "image").Set(Property.ModalitiesOut, "image"));
        foreach (var task in ModelTasks.All) TaskSupport.Of(painter, task).ShouldBeOfType<TaskSupport.NotSupported>().Why.ShouldContain("gives no text");
    }

    [Fact]
    public void Text_in_and_text_out_is_chat() =>
        TaskSupport.Of(Made(m => m.Set(Property.ModalitiesIn, "text").Set(Property.ModalitiesOut, "text")), ModelTask.Chat).ShouldBeOfType<TaskSupport.Supported>();

    [Theory]
    [MemberData(nameof(LocalModels))]
    public void Every_engine_of_this_machine_is_in_the_catalogue_and_does_its_one_task(string name)
    {
        var engine = LocalModel.Find(name)!;
        var (model, offer) = Curated.Value.Models.SelectMany(m => m.Offers.Select(o => (m, o))).Single(x => x.o.Id.ToString() == $"local/{name}");
        ModelTasks.All.Where(t => TaskSupport.Of(model, t) is TaskSupport.Supported).ShouldBe([engine.Task]);
        ModelTasks.All.Where(t => TaskSupport.Of(model, t) is TaskSupport.Unknown).ShouldBeEmpty();
        offer.Price(PriceKind.Input).State.ShouldBe(FactState.NotApplicable);
        offer.Provider.Id.ShouldBe(ModelRef.Local);
        model.Weights.TryGet(out var weights).ShouldBeTrue();
        weights.ShouldBe("open");
        model.Licence.IsUnknown.ShouldBeFalse();
    }

    [Fact]
    public void Each_task_of_an_engine_has_two_to_compare() =>
        LocalModel.All.GroupBy(m => m.Task).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(new Dictionary<ModelTask, int> { [ModelTask.Ocr] = 3, [ModelTask.Detect] = 4, [ModelTask.Classify] = 2 }, ignoreOrder: true);

    [Fact]
    public void No_offer_of_the_machine_is_without_an_engine() =>
        Curated.Value.Models.SelectMany(m => m.Offers).Where(o => o.Provider.Id == ModelRef.Local).Select(o => o.Id.ToString()).ShouldBe(LocalModel.All.Select(m => $"local/{m.Name}"), ignoreOrder: true);

    private static Model Made(Func<TestModel, TestModel> say)
    {
        var catalog = new TestCatalog();
        say(catalog.Model("acme/owl"));
        return catalog.Snapshot().ById("acme/owl")!;
    }
}
