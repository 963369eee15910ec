#pragma once

#include <string_view>

namespace article::prerender {

/// What is made of tests/document/full_document.h.
inline constexpr std::string_view kFullHtml =
    R"html(<div class="article-viewer-prerendered" lang="zh-Hans" dir="ltr"><div class="av-page av-chinese"><article><nav aria-label="site name"><a href="https://news.example/site"><img class="av-site-logo" src="https://news.example/logo.webp" width="28" height="28" alt="">
<span class="av-site-name">site name</span></a>
<a href="https://news.example/login"><span class="av-site-link">login</span></a>
<a href="https://news.example/edition"><span class="av-site-link">edition</span></a></nav>
<p class="av-kicker">kicker</p>
<h2 class="av-headline"><a href="https://news.example/article">headline</a></h2>
<p class="av-summary">summary</p>
<p class="av-meta"><span data-room="12"><time datetime="2023-03-12T09:56:00">2023-03-12 09:56</time></span>　<span data-room="16">更新 <time datetime="2023-03-12T10:00:00+08:00">2023-03-12 10:00</time></span>　<span data-room="8">来源：<a href="https://news.example/source">source</a></span></p>
<p class="av-meta"><span data-room="16"><span data-room="12">video：first、</span><span data-room="8">intern<a href="https://news.example/second">second</a></span></span>　<span data-room="8">作者：third</span></p>
<figure class="av-lead"><img src="https://news.example/lead.jpg" srcset="https://news.example/lead-400.jpg 400w, https://news.example/lead-800.jpg 800w, https://news.example/lead.jpg 1600w" sizes="(min-width: 1024px) 612px, (min-width: 696px) 648px, 100vw" width="1600" height="900" alt="lead alt">
<figcaption><p class="av-caption"><a href="https://news.example/lead-page">lead caption</a></p>
<p class="av-credit">lead credit</p></figcaption></figure>
<p class="av-body">paragraph</p>
<blockquote><p class="av-quotation">quote <strong>strong</strong><a href="https://news.example/run" lang="en"><em>emphasis</em></a></p></blockquote>
<h3 class="av-minor-heading">heading 3</h3>
<h3 class="av-subheading">heading 2</h3>
<ol><li><span class="av-body">one</span></li>
<li><span class="av-body">two</span></li></ol>
<ul><li><span class="av-body">dot</span></li></ul>
<figure><figcaption class="av-caption">photo caption</figcaption></figure>
<figure><a class="av-video" href="https://news.example/video" aria-label="播放视频：video title"><img src="https://news.example/poster.jpg" alt="" loading="lazy"></a>
<figcaption class="av-caption">video title 1:24</figcaption></figure>
<hr>
<p class="av-credits"><span data-room="12">editor：fourth</span></p>
<ul class="av-tags"><li><span class="av-tags">tag</span></li>
<li><a href="https://news.example/tag"><span class="av-tags">linked tag</span></a></li></ul></article>
<section class="av-gallery"><h3 class="av-part-title">gallery title</h3>
<div class="av-slides"><figure><img src="https://news.example/1.jpg" alt="" loading="lazy"></figure>
<figure><figcaption class="av-body">2</figcaption></figure></div></section>
<aside class="av-rankings" role="none"><h3 class="av-part-title">rankings title</h3>
<section class="av-tab-panel"><h4>Day</h4>
<ol><li><a href="https://news.example/item"><span class="av-ranking-item">item</span></a>
<span class="av-views">1.2万次阅读</span></li>
<li><span class="av-ranking-item">plain item</span></li></ol>
<a href="https://news.example/day"><span class="av-foot-link">more</span></a></section>
<section class="av-tab-panel av-selected"><h4>Week</h4>
<p class="av-empty">暂无内容</p></section></aside>
<section class="av-comments"><h3 class="av-part-title">comments title</h3>
<p class="av-counts">5人参与，7条评论</p>
<section class="av-tab-panel av-selected"><h4>最热评论</h4>
<article class="av-comment"><img class="av-avatar" src="https://news.example/avatar.webp" width="36" height="36" alt="" loading="lazy">
<p class="av-commenter">author</p>
<time class="av-meta" datetime="2023-03-12">2023-03-12</time>
<p class="av-remark">comment</p>
<p class="av-likes">3赞</p></article></section>
<section class="av-tab-panel"><h4>最新评论</h4>
<article class="av-comment"><p class="av-commenter">other</p>
<p class="av-remark">later</p></article></section>
<a href="https://news.example/write"><span class="av-foot-link">write</span></a>
<a href="https://news.example/all"><span class="av-foot-link">all</span></a></section></div></div>)html";

inline constexpr std::string_view kFullHead = R"html(<title>headline</title>
<link rel="canonical" href="https://news.example/article">
<meta name="description" content="summary">
<meta property="og:type" content="article">
<meta property="og:title" content="headline">
<meta property="og:description" content="summary">
<meta property="og:url" content="https://news.example/article">
<meta property="og:image" content="https://news.example/lead.jpg">
<meta property="og:site_name" content="site name">
<meta property="article:published_time" content="2023-03-12T09:56:00">
<meta property="article:modified_time" content="2023-03-12T10:00:00+08:00">
<meta name="pubDate" content="2023-03-12T09:56:00">
<meta name="upDate" content="2023-03-12T10:00:00">
)html";

inline constexpr std::string_view kFullJsonLd =
    R"({"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"headline",)"
    R"("description":"summary","url":"https://news.example/article",)"
    R"("mainEntityOfPage":"https://news.example/article","inLanguage":"zh-Hans",)"
    R"("image":[{"@type":"ImageObject","contentUrl":"https://news.example/lead.jpg","width":1600,)"
    R"("height":900,"caption":"lead caption","creditText":"lead credit"},)"
    R"({"@type":"ImageObject","contentUrl":"https://news.example/poster.jpg"}],)"
    R"("datePublished":"2023-03-12T09:56:00","dateModified":"2023-03-12T10:00:00+08:00",)"
    R"("author":[{"@type":"Person","name":"first"},{"@type":"Person","name":"second",)"
    R"("url":"https://news.example/second","jobTitle":"intern"},{"@type":"Person","name":"third"}],)"
    R"("publisher":{"@type":"NewsMediaOrganization","name":"site name",)"
    R"("url":"https://news.example/site","logo":{"@type":"ImageObject",)"
    R"("url":"https://news.example/logo.webp"}},"sourceOrganization":{"@type":"Organization",)"
    R"("name":"source","url":"https://news.example/source"},"keywords":["tag","linked tag"],)"
    R"("commentCount":7},{"@type":"ImageGallery","name":"gallery title",)"
    R"("url":"https://news.example/article","image":[{"@type":"ImageObject",)"
    R"("contentUrl":"https://news.example/1.jpg"}]},{"@type":"ItemList","name":"Day",)"
    R"("numberOfItems":1,"itemListElement":[{"@type":"ListItem","position":1,"name":"item",)"
    R"("url":"https://news.example/item"}]}]})";

}  // namespace article::prerender
