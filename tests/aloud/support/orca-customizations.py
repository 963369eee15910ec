"""Loaded by Orca at its start: a speech server that has no voice. Each utterance is a line of JSON in file 3,
with the language that Orca asks a voice for. So are the keys and events that it has dealt with, and its beats,
which come only while it has nothing to do: by these it is seen to be at rest."""

import json
import os

from gi.repository import GLib

from orca import acss, event_manager, settings, speech_generator, speechserver

def tell(**line):
    os.write(3, (json.dumps(line) + "\n").encode())

def told_after(name, tell_of):
    """Has a method of Orca's event manager tell when it is through."""
    method = getattr(event_manager.EventManager, name)
    def wrapped(self, event):
        try:
            return method(self, event)
        finally:
            tell_of(event)
    setattr(event_manager.EventManager, name, wrapped)

told_after("_processObjectEvent", lambda event: tell(event=event.type))
told_after("_processKeyboardEvent", lambda event: tell(key=event.event_string, pressed=int(event.type) == 0))

def ask_for_languages():
    """Orca 43 finds the language of each text, and asks for a voice without it: here it asks for one."""
    plain = speech_generator.SpeechGenerator.voice
    def voice(self, key=None, **args):
        voices = plain(self, key, **args)
        if args.get("language") and key in [None, speech_generator.DEFAULT]:
            voices[0][acss.ACSS.FAMILY] = speechserver.VoiceFamily({
                speechserver.VoiceFamily.NAME: "any",  # A family without a name is dropped.
                speechserver.VoiceFamily.LANG: args["language"], speechserver.VoiceFamily.DIALECT: args["dialect"]})
        return voices
    speech_generator.SpeechGenerator.voice = voice

ask_for_languages()

def beat():
    tell(beat=True)
    return True

GLib.timeout_add(40, beat, priority=GLib.PRIORITY_LOW)

def language(voice):
    family = (voice or {}).get(acss.ACSS.FAMILY) or {}
    parts = [family.get(speechserver.VoiceFamily.LANG), family.get(speechserver.VoiceFamily.DIALECT)]
    return "-".join(part for part in parts if part)

class SpeechServer(speechserver.SpeechServer):
    server = None
    reading = None

    @staticmethod
    def getFactoryName():
        return "article-viewer"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer.server = SpeechServer.server or SpeechServer()
        return SpeechServer.server

    @staticmethod
    def shutdownActiveServers():
        SpeechServer.server = None

    def getInfo(self):
        return ["article-viewer", "article-viewer"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        if text:
            tell(spoken=text, language=language(acss))

    def speakCharacter(self, character, acss=None):
        self.speak(character, acss)

    def sayAll(self, utterances, progress):
        def next_one():
            try:
                context, voice = next(utterances)
            except StopIteration:
                self.reading = None
                return False
            self.speak(context.utterance, voice)
            context.currentOffset = context.endOffset
            progress(context, speechserver.SayAllContext.COMPLETED)
            return True
        self.reading = GLib.idle_add(next_one)

    def stop(self):
        if self.reading:
            GLib.source_remove(self.reading)
            self.reading = None

settings.speechFactoryModules = ["orca-customizations"]
settings.speechServerFactory = "orca-customizations"
# Positions are spoken, which Orca's users may choose; what is left out would be noise, or wanted hardware.
settings.enablePositionSpeaking = True
settings.sayAllOnLoad = False
settings.enableSound = False
settings.enableKeyEcho = False
settings.enableBraille = False
settings.enableBrailleMonitor = False
