using System.Text;
using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Cases;
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
        new("Nav.MyWork", "/desk", "inbox", CasesPolicies.See, NavigationGroup.Work, 10),
        new("Nav.Cases", "/desk/cases", "list-details", CasesPolicies.See, NavigationGroup.Work, 20),
        new("Nav.Hot", "/desk/hot", "flame", CasesPolicies.See, NavigationGroup.Work, 40),
        new("Nav.OfficialLetters", "/desk/letters", "mail", CasesPolicies.See, NavigationGroup.Work, 45),
        new("Nav.CallBack", "/desk/call-back", "phone", CasesPolicies.CallBack, NavigationGroup.Work, 46),
        new("Nav.SecondLooks", "/desk/second-looks", "refresh", CasesPolicies.Supervise, NavigationGroup.Work, 47),
        new("Nav.Figures", "/desk/figures", "chart-bar", CasesPolicies.SeeFigures, NavigationGroup.Insight, 50),
        new("Nav.Scorecard", "/desk/scorecard", "medal", CasesPolicies.SeeFigures, NavigationGroup.Insight, 55),
        new("Nav.Bulletins", "/desk/bulletins", "report", CasesPolicies.SeeFigures, NavigationGroup.Insight, 57),
        new("Nav.Appeals", "/desk/appeals", "scale", CasesPolicies.Supervise, NavigationGroup.Insight, 58),
        new("Nav.Taxonomy", "/desk/taxonomy", "hierarchy-2", CasesPolicies.SeeTaxonomy, NavigationGroup.Settings, 60),
        new("Nav.Channels", "/desk/channels", "route", CasesPolicies.ManageChannels, NavigationGroup.Settings, 62),
        new("Nav.DeadLetters", "/desk/dead-letters", "mail", CasesPolicies.MendLetters, NavigationGroup.System, 63),
        new("Nav.Deliveries", "/desk/deliveries", "send", CasesPolicies.SeeDeliveries, NavigationGroup.System, 64),
        new("Nav.Learning", "/desk/learning", "bulb", CasesPolicies.ManageLearning, NavigationGroup.Settings, 66),
        new("Nav.Uploads", "/desk/uploads", "upload", CasesPolicies.Upload, NavigationGroup.Work, 35),
        new("Nav.StandardTexts", "/desk/standard-texts", "notes", CasesPolicies.ManageTexts, NavigationGroup.Settings, 65),
        new("Nav.Report", "/desk/report", "clipboard-list", CasesPolicies.Report, NavigationGroup.Work, 30),
        new("Nav.Hotline", "/desk/hotline", "phone-call", CasesPolicies.Hotline, NavigationGroup.Work, 28),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // letters come in GB 18030 as well
        services.AddOptions<CasesOptions>().Bind(configuration.GetSection(CasesOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHandlers(this);
        services.AddScoped<IDemoSeeder, SeedDemo.DemoTaxonomy>().AddScoped<IDemoSeeder, SeedDemo.DemoChannels>().AddScoped<IDemoSeeder, SeedDemo.DemoCases>().AddScoped<IDemoSeeder, SeedDemo.DemoLearning>().AddScoped<IDemoSeeder, SeedDemo.DemoTopics>().AddScoped<IDemoSeeder, SeedDemo.DemoActs>().AddScoped<SeedDemo.DemoCast>().AddScoped<SeedDemo.DemoFiling>().AddScoped<SeedDemo.DemoPhotos>();
        services.AddSingleton<Home.RecentlyClosed>().AddScoped<FollowUp.FollowUpKeys>();
        AddModel(services, Classification.Task, Text.TextClassifier.Load);
        AddModel(services, Intake.Routing.Task, Text.DispatchPredictor.Load);
        AddModel(services, Learning.PlaceLearning.Task, Text.PlacePredictor.Load);
        AddModel(services, Learning.OvertimeLearning.Task, Text.OvertimePredictor.Load);
        services.AddSingleton<Learning.OvertimeRisks>();
        services.AddSingleton<TaxonomyCache>().AddSingleton<Channels.ChannelCache>().AddSingleton<Classification>().AddSingleton<CaseNumbers>();
        services.AddScoped<CaseWork>().AddScoped<Watching.Mentioning>().AddScoped<Attaching>().AddScoped<Consultations.ConsultationTable>().AddSingleton<Duplicates.WordsOfTheDistrict>().AddScoped<Duplicates.LikeCases>().AddSingleton<ReplyAtOnce.AnswersInForce>().AddScoped<Routing>().AddScoped<Judgement>().AddScoped<KnownReports>().AddScoped<ReceiveCase.Filing>().AddScoped<ReceiveMessage.MessageIntake>().AddSingleton<ReceiveMail.MailFolder>().AddScoped<Loading.CaseLoader>();
        services.AddScoped<IProfileStep, ImportTaxonomy.TaxonomyStep>().AddScoped<IProfileStep, ImportCases.CasesStep>().AddImportProfile("pingshan");
        services.AddScoped<IOpenCases, Figures.OpenCases>();
        services.AddScoped<IImport, ImportTaxonomy.ImportTaxonomyFile>().AddScoped<IImport, ImportResponsibilities.ImportResponsibilityFile>().AddScoped<IExport, ExportData.ExportCases>();
        services.AddScoped<IDemoSeeder, SeedDemo.DemoQuestions>().AddScoped<IDemoSeeder, SeedDemo.DemoStandardTexts>().AddScoped<Ui.INavigationCount, MyWork.MyWorkCount>().AddScoped<Ui.INavigationCount, MendLetters.LetterCount>().AddScoped<Ui.IDeskAlarms, Alerts.CaseAlarms>();
        services.Listen<Contracts.Cases.CaseReceived, Live.TellingPages>().Listen<Contracts.Cases.CaseMoved, Live.TellingPages>().AddScoped<TellReporter.TellReporter>();
        services.Subscribe<Contracts.Messages.MessageDelivered, TellReporter.NoticeGiven>("cases.notice-given").AddSingleton<OptOut.OptOutLinks>().AddScoped<SeeDeliveries.CaseDeliveries>().AddScoped<Ui.INavigationCount, SeeDeliveries.DeliveryCount>();
        services.AddScoped<IVerb, Learning.EvalVerb>().AddScoped<IVerb, Learning.LearnVerb>().AddScoped<Learning.ModelShelf>();
        AddLearning<Learning.CategoryLearning>(services);
        AddLearning<Learning.PlaceLearning>(services);
        AddLearning<Learning.DispatchLearning>(services);
        AddLearning<Learning.OvertimeLearning>(services);
        services.AddJob<Learning.LearnAnew>(Learning.LearnAnew.JobName, Every.At("0 30 1 ? * SUN"));
        services.AddJob<Alerts.GiveAlerts>("cases.give-alerts", Every.Minutes(1)).AddJob<ReceiveMail.ReceiveMail>("cases.receive-mail", Every.Minutes(1)).AddJob<Alerts.EscalateAlarms>("cases.escalate-alarms", Every.Minutes(1)).AddJob<ResumeCase.ResumeWhenDue>("cases.resume", Every.Minutes(5)).AddJob<FindTopics.FindTopics>("cases.find-topics", Every.Minutes(30));
        services.AddScoped<ReviseTaxonomy.RevisionInForce>().AddJob<ReviseTaxonomy.ApplyDueRevisions>("cases.apply-revisions", Every.Minutes(1));
        services.AddDelayedJob<UploadTable.FileUpload, UploadTable.UploadKey>(UploadTable.FileUpload.JobName);
        services.AddJob<ForgetReporters.ForgetReporters>("cases.forget-reporters", Every.DayAt(3, 10)).AddJob<UploadTable.ForgetUploads>("cases.forget-uploads", Every.DayAt(3, 40));
        services.AddSingleton<IStartupFilter, Open311.TolerantRequests>().AddScoped<Open311.GeoReportRefusals>();
        services.AddScoped<Questions.Answering>().AddScoped<AskQuestions.QuestionStep>();
        services.AddJob<MakeBulletin.MakeBulletins>("cases.make-bulletins", Every.At("0 30 6 ? * MON"));
        services.AddScoped<Templates.TemplateShelf>().AddScoped<OfficialLetters.LetterDocuments>().AddScoped<Ui.INavigationCount, OfficialLetters.OfficialLetterCount>();
        services.AddScoped<Contracts.Map.IMapLayer, MapLayer.OpenCasesLayer>();
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

    private static void AddLearning<T>(IServiceCollection services) where T : class, Learning.ILearning =>
        services.AddScoped<T>().AddScoped<Learning.ILearning>(scope => scope.GetRequiredService<T>());

    private static void AddModel<T>(IServiceCollection services, string task, Func<Stream, T> load) where T : class =>
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<Learning.ModelInForce<T>>(s, task, load));
}
