"""What stands around an article on an English page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

EN_PAGE_WORDS = PageWords(
    contents=lines("contents|table of contents"),
    advertisement=lines(
        "advertisement|advertisements|advert|sponsored|sponsored content|paid content|promoted content|paid post|"
        "article continues below|article continues after advertisement|article continues below advertisement|"
        "story continues below|story continues below advertisement|story continues after advertisement|"
        "advertisement continue reading the main story|continue reading below|skip advertisement|"
        "this is an advertisement|advertisement story continues below|advertisement - story continues below|"
        "advertisement - continue reading below|scroll to continue|remove ads|report ad|report this ad"
    ),
    navigation=lines(
        "home|homepage|news|sport|sports|business|politics|culture|opinion|weather|video|videos|live|jobs|travel|"
        "tech|technology|science|health|entertainment|lifestyle|world|local|arts|about|about us|contact|contact us|"
        "menu|search|sign in|log in|login|register|sign up|subscribe|subscribe now|my account|account|skip to content|"
        "skip to main content|skip to navigation|skip links|jump to recipe|jump to content|back to top|back to home|"
        "share|share this|share this article|share this story|share this post|share article|share on facebook|"
        "share on twitter|share on x|share on linkedin|share on whatsapp|share on pinterest|share on reddit|"
        "share via email|share by email|share to facebook|share to twitter|share to email|copy link|copy url|"
        "link copied|save|save for later|save article|bookmark|print|print this|print this page|print article|email|"
        "email this|email this article|tweet|tweet this|pin it|pin|like this|like us on facebook|follow us|"
        "follow us on twitter|follow us on facebook|follow us on instagram|find us on facebook|facebook|twitter|x|"
        "instagram|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|youtube|tiktok|threads|bluesky|mastodon|rss|"
        "flipboard|view in browser|view this email in your browser|open in app|get the app|download the app|"
        "toggle navigation|close|close menu|open menu|previous|next|previous article|next article|previous post|"
        "next post|older posts|newer posts|site map|sitemap|advertise|advertise with us|careers|faq|faqs|help|"
        "help center|help centre|archive|archives|topics|sections|all sections|editions|shop|store|gift cards|"
        "skip to footer|listen to this article|listen|read aloud|hide caption|toggle caption|enlarge this image|"
        "view gallery|view comments|view all comments|see all comments|show comments|corrections"
    ),
    legal_links=lines(
        "terms|terms of use|terms of service|terms and conditions|terms & conditions|terms of sale|privacy|"
        "privacy policy|privacy notice|privacy statement|privacy center|privacy centre|your privacy choices|"
        "your privacy rights|your ad choices|adchoices|ad choices|cookies|cookie policy|cookie notice|"
        "cookie settings|cookie preferences|manage cookies|manage preferences|legal|legal notice|legal information|"
        "imprint|disclaimer|copyright|accessibility|accessibility statement|accessibility help|parental guidance|"
        "modern slavery statement|do not sell my personal information|do not sell or share my personal information|"
        "california privacy rights|community guidelines|commenting policy|editorial guidelines|ethics policy|"
        "code of conduct|licensing|reprints|reprints and permissions|rights and permissions|user agreement"
    ),
    legal=lines(
        "all rights reserved|no part of this page may be reproduced|no part of this site may be reproduced|"
        "may not be published, broadcast, rewritten or redistributed|"
        "may not be published, broadcast, rewritten, or redistributed|reproduction without permission|"
        "reproduction in whole or in part|is a registered trademark of|is a registered trade mark of|"
        "not responsible for the content of external sites|may earn a commission|may earn commission|"
        "this material may not be published"
    ),
    related=lines(
        "related|related articles|related article|related stories|related story|related content|related posts|"
        "related post|related news|related topics|related links|related coverage|related reading|related videos|"
        "read more|read also|also read|read next|read this next|read on|more on this|more on this story|"
        "more on this topic|more from this author|more like this|more stories|more news|more to read|"
        "more from this section|more in this section|most read|most popular|most viewed|most shared|most commented|"
        "most recent|latest news|latest stories|latest articles|latest posts|recent posts|recent articles|"
        "top stories|trending|trending now|popular now|popular posts|popular articles|popular stories|"
        "recommended|recommended stories|recommended for you|recommended reading|recommended articles|"
        "you may also like|you might also like|you may like|you might like|you may also enjoy|"
        "you may be interested in|you might be interested in|you may also be interested in|see also|see more|"
        "also on this site|elsewhere on this site|don't miss|editor's picks|editors' picks|editor's choice|"
        "must read|must reads|up next|next up|further reading|keep reading|watch also|watch more|in case you missed it|"
        "from our partners|around the web|from around the web|sponsored stories|promoted stories|more coverage|"
        "what to read next|in other news|other stories|other news|other posts|similar posts|similar articles|"
        "similar stories|explore more|explore more on these topics|explore|related recipes|more recipes"
    ),
    comments=lines(
        "comments|comment|reader comments|readers' comments|readers comments|user comments|your comments|"
        "view comments|show comments|hide comments|all comments|top comments|latest comments|recent comments|"
        "most recent comments|comments section|comment section|join the conversation|join the discussion|"
        "join the debate|conversation|discussion|discuss|have your say|what do you think|add a comment|"
        "add your comment|leave a comment|leave a reply|leave a response|post a comment|write a comment|"
        "responses|replies|reactions|thoughts|thought|comments are closed|comments closed|facebook comments"
    ),
    comment_calls=lines(
        "leave a comment|leave a reply|leave your comment|post a comment|add a comment|add your comment|"
        "write a comment|be the first to comment|no comments yet|there are no comments|comments are closed|"
        "log in to comment|login to comment|sign in to comment|register to comment|"
        "log in or register to post comments|your email address will not be published|"
        "required fields are marked|save my name, email|notify me of follow-up comments|"
        "notify me of new posts|this site uses akismet|you must be logged in to post a comment"
    ),
    buttons=lines(
        "reply|like|likes|dislike|quote|report|report comment|share|upvote|downvote|permalink|edit|delete|flag|"
        "show replies|view replies|hide replies|load more comments|more comments|show more|sort by|newest|oldest|"
        "newest first|oldest first|most liked|best|top|recommend|recommended|helpful|log in to reply"
    ),
    says=lines("says|said|wrote|writes|commented|replied|posted|posted by|comment by|says on|said on|wrote on"),
    stamp_words=lines(
        "at|on|am|pm|a|p|m|an|in reply to|edited|est|edt|gmt|bst|utc|pst|pdt|cet|"
        "second|seconds|sec|secs|minute|minutes|min|mins|hour|hours|hr|hrs|h|day|days|d|week|weeks|w|"
        "month|months|mo|mos|year|years|yr|yrs|y|ago|yesterday|today|just|now|about|st|nd|rd|th"
    ),
    ago=lines("ago|yesterday|just now"),
    newsletter=lines(
        "sign up|sign-up|subscribe|join our|join thousands|get the|get our|get more|receive|enter your email|"
        "enter your e-mail|never miss|don't miss|to get our|to receive|want more|like this|enjoyed this|"
        "enjoying this|if you liked this|if you enjoyed this|did you like this|liked this|thanks for reading|"
        "stay up to date|stay informed|keep up with|become a member|become a subscriber|support our|"
        "already a subscriber|this article is for subscribers|for more stories like this|download our"
    ),
    newsletter_names=lines(
        "newsletter|newsletters|your inbox|e-mail address|email address|morning briefing|daily briefing|email updates|"
        "email alerts|mailing list|subscribe|feel free to share"
    ),
    mailing=lines(
        "you are receiving this email because|you're receiving this email because|you received this email because|"
        "unsubscribe from this list|update your preferences|manage your subscription|to unsubscribe|unsubscribe here|"
        "unsubscribe at any time|thanks for signing up|check your inbox"
    ),
    cookies=lines(
        "we use cookies|uses cookies|use cookies to|use of cookies|accept cookies|cookies to give you|"
        "cookies to improve|cookies help us|cookie preferences|cookie settings|"
        "our partners store and/or access information|we and our partners"
    ),
    cookie_buttons=lines(
        "accept|accept all|accept cookies|accept all cookies|reject|reject all|decline|i agree|agree|got it|ok|"
        "manage settings|manage preferences|manage options|more options|learn more|cookie settings|find out more|"
        "customise|customize|allow all|only necessary|necessary only"
    ),
    credits=lines(
        "photo|photos|photo credit|photo by|photos by|photograph|photographs|photograph by|photographs by|"
        "photography|photography by|photographer|picture|pictures|picture by|pic|pics|image|images|image credit|"
        "image by|images by|image source|image courtesy of|photo courtesy of|photo illustration by|illustration|"
        "illustration by|illustrations by|illustrated by|graphic by|artwork by|file photo|courtesy of|"
        "getty|video by|provided by"
    ),
    captions=lines("image caption|photo caption|caption|media caption|picture caption|image source"),
    makers=lines(
        "getty images|getty|associated press|ap photo|afp|reuters|bloomberg|shutterstock|unsplash|pexels|pixabay|"
        "alamy|istock|istockphoto|epa|dpa|dpa picture-alliance|picture alliance|imago|ansa|efe|lusa|anp|xinhua|"
        "wikimedia commons|wikimedia|flickr|rex features|pa wire|pa media|ap|afp via getty images|"
        "bloomberg via getty images|corbis|adobe stock|keystone|apa"
    ),
    wrote=lines(
        "by|words by|words|text by|text|story by|story|written by|posted by|author|authors|interview|interview by|"
        "reported by|photographs by|photos by|photography by|photographs|illustrations by|pictures by|published by|"
        "edited by|reviewed by|updated by|contributed by|from our correspondent"
    ),
    reported=lines(
        "reporting by|additional reporting by|editing by|writing by|compiled by|with reporting by|"
        "with additional reporting|about the author|this story was originally published|"
        "this article was originally published|this article first appeared|this story first appeared|"
        "this post was originally published|follow the author|follow her on twitter|follow him on twitter"
    ),
    unheard=lines("inaudible|unintelligible|indistinct|unclear|crosstalk|no audio"),
    subtitlers=lines(
        "subtitles by|subtitle by|subs by|captions by|captioned by|captioning by|synced by|sync by|"
        "synchronized by|corrected by|sync and corrections by|downloaded from|transcribed by|"
        "translated by|transcript by"
    ),
)
