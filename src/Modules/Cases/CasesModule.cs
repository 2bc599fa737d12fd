using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Events;
using Linli.Platform.Jobs;
using Linli.Platform.CommandLine;
using Linli.Platform.Export;
using Linli.Platform.Import;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Cases;

/// <summary>Cases (诉求): from the report to the rated close.</summary>
public sealed class CasesModule : Module
{
    /// <inheritdoc/>
    public override string Name => "cases";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => CasesPolicies.All.Select(name => new Permission(name));

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("Nav.MyWork", "/desk", "inbox", CasesPolicies.See, 10),
        new("Nav.Cases", "/desk/cases", "list-details", CasesPolicies.See, 20),
        new("Nav.Hot", "/desk/hot", "flame", CasesPolicies.See, 40),
        new("Nav.Figures", "/desk/figures", "chart-bar", CasesPolicies.SeeFigures, 50),
        new("Nav.Scorecard", "/desk/scorecard", "medal", CasesPolicies.SeeFigures, 55),
        new("Nav.Taxonomy", "/desk/taxonomy", "hierarchy-2", CasesPolicies.SeeTaxonomy, 60),
        new("Nav.Channels", "/desk/channels", "route", CasesPolicies.ManageChannels, 62),
        new("Nav.DeadLetters", "/desk/dead-letters", "mail", CasesPolicies.MendLetters, 63),
        new("Nav.Uploads", "/desk/uploads", "upload", CasesPolicies.Upload, 35),
        new("Nav.StandardTexts", "/desk/standard-texts", "notes", CasesPolicies.ManageTexts, 65),
        new("Nav.Report", "/desk/report", "phone-call", CasesPolicies.Report, 30),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CasesOptions>().Bind(configuration.GetSection(CasesOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHandlers(this);
        services.AddScoped<IDemoSeeder, SeedDemo.DemoTaxonomy>().AddScoped<IDemoSeeder, SeedDemo.DemoChannels>().AddScoped<IDemoSeeder, SeedDemo.DemoCases>().AddScoped<IDemoSeeder, SeedDemo.DemoLearning>().AddScoped<IDemoSeeder, SeedDemo.DemoTopics>().AddScoped<SeedDemo.DemoFiling>().AddScoped<SeedDemo.DemoPhotos>();
        services.AddSingleton<Home.RecentlyClosed>().AddScoped<FollowUp.FollowUpKeys>();
        AddModel(services, Classification.Task, Text.TextClassifier.Load);
        AddModel(services, Intake.Routing.Task, Text.DispatchPredictor.Load);
        AddModel(services, Learning.OvertimeLearning.Task, Text.OvertimePredictor.Load);
        services.AddScoped<Learning.OvertimeLearning>().AddSingleton<Learning.OvertimeRisks>();
        services.AddSingleton<TaxonomyCache>().AddSingleton<Channels.ChannelCache>().AddSingleton<Classification>().AddSingleton<CaseNumbers>();
        services.AddScoped<CaseWork>().AddScoped<Attaching>().AddSingleton<Duplicates.WordsOfTheDistrict>().AddScoped<Duplicates.LikeCases>().AddSingleton<ReplyAtOnce.AnswersInForce>().AddScoped<Routing>().AddScoped<Judgement>().AddScoped<KnownReports>().AddScoped<ReceiveCase.Filing>().AddScoped<ReceiveMessage.MessageIntake>().AddScoped<Loading.CaseLoader>();
        services.AddScoped<IProfileStep, ImportTaxonomy.TaxonomyStep>().AddScoped<IProfileStep, ImportCases.CasesStep>().AddImportProfile("pingshan");
        services.AddScoped<IImport, ImportTaxonomy.ImportTaxonomyFile>().AddScoped<IImport, ImportResponsibilities.ImportResponsibilityFile>().AddScoped<IExport, ExportData.ExportCases>();
        services.AddScoped<IDemoSeeder, SeedDemo.DemoQuestions>().AddScoped<IDemoSeeder, SeedDemo.DemoStandardTexts>().AddScoped<Ui.INavigationCount, MyWork.MyWorkCount>().AddScoped<Ui.INavigationCount, MendLetters.LetterCount>();
        services.Listen<Contracts.Cases.CaseReceived, Live.TellingPages>().Listen<Contracts.Cases.CaseMoved, Live.TellingPages>().AddScoped<TellReporter.TellReporter>();
        services.AddScoped<IVerb, Learning.EvalVerb>().AddScoped<IVerb, Learning.LearnVerb>().AddScoped<Learning.ModelShelf>().AddScoped<Learning.CategoryLearning>().AddScoped<Learning.DispatchLearning>();
        services.AddJob<Alerts.GiveAlerts>("cases.give-alerts", Every.Minutes(1)).AddJob<ResumeCase.ResumeWhenDue>("cases.resume", Every.Minutes(5)).AddJob<FindTopics.FindTopics>("cases.find-topics", Every.Minutes(30));
        services.AddDelayedJob<UploadTable.FileUpload, UploadTable.UploadKey>(UploadTable.FileUpload.JobName);
        services.AddJob<ForgetReporters.ForgetReporters>("cases.forget-reporters", Every.DayAt(3, 10)).AddJob<UploadTable.ForgetUploads>("cases.forget-uploads", Every.DayAt(3, 40));
        services.AddSingleton<IStartupFilter, Open311.TolerantRequests>().AddScoped<Open311.GeoReportRefusals>();
        services.AddScoped<Questions.Answering>().AddScoped<AskQuestions.QuestionStep>();
        services.AddScoped<Showing.CaseLexicon>().AddScoped<StandardTexts.StandardTextShelf>();
    }

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => CasesDb.Configure(model);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CasesApi.Map(endpoints);
        ResidentApi.Map(endpoints);
        Open311.Open311Api.Map(endpoints);
    }

    private static void AddModel<T>(IServiceCollection services, string task, Func<Stream, T> load) where T : class =>
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<Learning.ModelInForce<T>>(s, task, load));
}
