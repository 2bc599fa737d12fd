namespace Linli.Cases.Channels;

/// <summary>Kinds of channels: who brings reports, and how. The label is the text <c>channel-kind.KIND</c>.</summary>
internal enum ChannelKind
{
    /// <summary>12345 and other lines that are answered</summary>
    Hotline,

    /// <summary>窗口</summary>
    Counter,

    /// <summary>网格巡查</summary>
    GridPatrol,

    /// <summary>数字城管</summary>
    CityManagement,

    /// <summary>人大代表、政协委员</summary>
    Deputies,

    /// <summary>信箱、来信</summary>
    Mailbox,

    /// <summary>上级交办</summary>
    Transfer,

    /// <summary>媒体、网络问政</summary>
    Media,

    /// <summary>网站</summary>
    Web,

    /// <summary>微信</summary>
    WeChat,

    /// <summary>微博</summary>
    Weibo,

    /// <summary>手机应用</summary>
    App,

    /// <summary>自助终端</summary>
    Kiosk,

    /// <summary>视频识别</summary>
    Video,

    /// <summary>设备报警</summary>
    Device,

    /// <summary>业务系统</summary>
    System,

    /// <summary>电子邮件: messages that a mail fetcher drops into a folder</summary>
    Email,
}
