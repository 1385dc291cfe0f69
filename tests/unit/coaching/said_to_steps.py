"""What people say when asked for one small act, by the class it should have. Written for these tests, one a line."""

from __future__ import annotations

from bot.coaching.gate import AnswerClass

SAID: dict[AnswerClass, str] = {
    AnswerClass.GOOD: """
        ring the GP on monday at 9
        text kev
        put my trainers by the door tonight
        walk to the end of the road and back
        i could look at the college website wednesday
        pick up the phone and call my nan
        ask Denise to come to the shop with me
        fill in page one of the form
        have a shower tomorrow morning
        open one letter
        sit in the garden for 5 mins after lunch
        take three slow breaths and count to ten
        get off the bus a stop early
        go to tesco when its quiet
        i'll put my headphones on
        make a cup of tea and sit down
        go outside and look at the sky
        get up and get dressed
        message my sister on whatsapp
        find my swimming costume
        I'll ring Samaritans
        tell my support worker
        leave the room
        set an alarm for 8
        clean the sink
        drink a glass of water
        dance to one song in the kitchen
        read one page
        try on my old interview suit
        try the new cafe on saturday with my mum
        ask my nurse to help me write a letter
        go back to the start and do one bit
        more toast in the morning, two slices
        do my stretches before bed
        pet the dog
        stop at the second drink and ring my sponsor
        buy one tomato plant
        go and see my brother sunday
        dig the guitar out of the loft
        come off facebook at 10pm
        go to bed at 11 not 2
        sit by the window with a brew
        water the plants
        call mum and say sorry
        hold the trolley and count to ten
        put the kettle on and breathe
        step outside for a minute
        go in and buy one thing
        sit with my back to the wall
        ring my brother on his break
        go to bed by 10
        eat breakfast tomorrow
        write down three things
        walk round the block with kev
        put the phone in a drawer
        leave my shoes by the door
        ask mum to wait outside
        look up the bus times
        tell him i need five minutes
        take my headphones
        make one phone call at 10
        get the form from the drawer
        have my coat ready the night before
        go to the library tuesday and ask about the club
        have a wash
        say no thanks and walk off
        stroke the cat
        text Lee when i wake up
        get off one stop early
        read to my son tonight
        play one song on the guitar
        go to the shop and get milk
        pack my bag tonight
        set two alarms
        """,
    AnswerClass.VAGUE_STEP: """
        try harder
        I'll try
        just try and do more
        see how I feel
        maybe go out more
        exercise more
        do some stuff
        be more sociable
        get out more
        eat better
        work on my confidence
        at some point I'll sort it
        look after myself better
        I'll think about it
        something nice
        be nicer to myself
        make more of an effort
        start going out
        sometime next week maybe
        soon hopefully
        keep trying
        get healthy
        be brave
        stay positive
        take it one day at a time
        a bit more each day
        get motivated
        improve my sleep
        i might do something
        when I feel up to it
        just get on with it
        push myself
        try to be better
        do what I can
        be more active
        whatever i can manage
        work on it
        see what happens
        start looking into things
        get my act together
        try to socialise a bit
        maybe one day
        deal with it
        cope
        be strong
        do something about it
        cut down a bit
        try and not worry so much
        get out and about
        be kinder to myself
        baby steps
        one step at a time
        take things slowly
        just keep going
        have a think about it
        something different
        make some changes
        try to be positive
        go out when i can
        do some exercise
        get some help
        look for work
        start eating healthy
        a bit of exercise
        plan things better
        talk to people more
        open up more
        stay busy
        calm down
        just deal with it
        keep on top of things
        make more effort with people
        do it soon
        in a bit
        eventually
        have another go
        sort the flat out at some point
        join something
        get on with stuff
        work towards it
        do more of what i enjoy
        relax more
        see people more often
        work harder
        give it a go
        i dunno something small
        be there for my kids more
        put myself first
        take better care of myself
        start being more active
        """,
    AnswerClass.SOMEONE_ELSES: """
        my nurse says i should go for a walk
        my mum wants me to tidy my room
        they want me to ring the gp
        whatever my support worker tells me to do
        the OT has told me to make a list
        i have to go to the job centre, they're making me
        my wife says I've got to see a doctor
        my key worker wants me to try the gym
        supposed to go to a group, its my doctors idea
        Sam thinks i should call my dad
        because the ward says so
        they've told me to keep a diary
        my dad said to apply for the warehouse
        the doctor wants me to take a walk every day
        my team reckon a phone call to housing
        my psychologist has asked me to write down my thoughts
        whatever my nurse thinks is best
        what my mum told me
        my key worker has booked me on a course
        im being made to go to a group
        my worker wants me to ring housing
        cos my wife says so
        my ot has set me homework to make tea
        the doctor says take a walk
        they've got me down for cooking group
        my brother said ring the council
        do what the psychiatrist says
        my mum's making me go to the gp
        """,
    AnswerClass.SEVERAL: """
        ring the gp and tidy my room
        get up, have a shower, go to the shop and ring my mum
        fill in the form then go for a walk then cook tea
        call the college, email my tutor
        clean the kitchen and do my washing and write to my sister
        1 ring housing 2 go to the bank
        phone the gym and then sort out my pills
        apply for a job and see my mum
        walk the dog, do the dishes
        buy a bike and book a driving lesson
        book the dentist, also phone the council
        - text Kev
          - hoover
        join the library and also ring the choir lady
        apply for a job, find a flat
        write to my MP and bake a cake
        take the bins out, ring my brother and pay the gas
        make my bed and ring the council
        tidy my room and ring my mum
        do the washing and go to the bank
        go for a walk and then do the washing up
        have a shower and ring the doctors
        clean the bathroom and do some shopping
        ring housing and the job centre
        email my tutor and start my essay
        go to the gym and call my sister
        sort the post and pay the gas bill
        take my meds, have a shower, go out
        write a list and clear the table
        cook a meal and hoover the lounge
        ring the gp, ring the council
        book a dentist appointment and fill in my pip form
        """,
}
